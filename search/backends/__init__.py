"""Three back ends for modelsearch that analyse alike, rank alike and store what they must."""
