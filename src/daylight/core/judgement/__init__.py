"""The register of judgement: for each kind its docket, facets, conditions, clocks, effect; and the judge."""
