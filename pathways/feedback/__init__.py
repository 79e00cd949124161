"""“Was this step clear?”: an answer to whoever looks after the page, from nobody in particular."""
