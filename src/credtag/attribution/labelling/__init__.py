"""What a source does with a content: form, kind of cue, stance, factuality, polarity and hedges."""
