"""The published model: plans as readers of the data meet them, with what follows from the text.

It is not the input model: agencies are resolved, deadlines are read, amounts are given in đồng
too, and findings stand beside the data. The input may change its keys; this shape keeps to its
`schema_version`.
"""
