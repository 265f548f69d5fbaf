# More input than there is memory, when there is none.
# limits: time 5s
# ends: normal, exception, memory

File standardInput readBufferOfLength(1e15)
