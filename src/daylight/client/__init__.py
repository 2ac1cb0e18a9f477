"""The side of those who take part: a person's device, a bidder who seals, a holder who opens.

It reaches only the core and the primitives, never the server's code.
"""
