"""The trained network: what it reads, what it says, and how sure it is."""
