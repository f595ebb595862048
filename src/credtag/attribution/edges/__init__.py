"""The edges of spans: where source, cue and content begin and end, once somebody has found them."""
