# A buffer of items of eight bytes, just over what an array may have.
# limits: time 5s
# ends: normal, exception, memory

Sequence clone setItemType("float64") setSize(300000000)
