"""How everything looks: the tokens of the design note and what is made from them."""
