# A format that asks for a thousand million items.
# limits: time 5s
# ends: normal, exception, memory

"abc" unpack("999999999I")
