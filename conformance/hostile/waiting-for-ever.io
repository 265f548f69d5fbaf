# Waits longer than the sun will shine.
# limits: time 3s
# ends: normal, exception, time

wait(1e300)
System sleep(1e300)
wait(Number constants inf)
wait(Number constants nan)
System sleep(Number constants inf)
Date clone now println
