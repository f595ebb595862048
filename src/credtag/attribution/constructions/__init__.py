"""The constructions by which news reports what somebody says, and where their contents begin and end."""
