# A text repeated more often than memory can hold.
# limits: time 5s
# ends: normal, exception, memory

"abc" repeated(1e12)
