"""“If the first meeting is on …”: the due dates of a pathway or a step, each with its reasons."""
