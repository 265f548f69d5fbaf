# A message followed by a million others.
# limits: time 20s, memory 1000M
# ends: normal, exception, memory

doString("1" .. (" + 1" repeated(300000)))
doString("1" .. (" abs" repeated(300000))) println
