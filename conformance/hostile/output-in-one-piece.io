# A text that is longer than all output may be.
# limits: time 10s, memory 100M
# ends: output, memory

("x" repeated(50000000)) print
