# return, break and continue leave the body as they leave a loop; a restart works like a value of the body.
# needs: continuations
# divergence: the reference has no restarts
m := method(withRestarts("r", block(1), return "returned"); "not reached")
m println
for(i, 1, 5, withRestarts("r", block(1), if(i == 3, break); i println))
n := method(l := list(); for(i, 1, 3, l append(withRestarts("r", block(v, v * 10), if(i == 2, invokeRestart("r", i), i)))); l)
n println
o := method(withRestarts("r", block(v, return v; 99), invokeRestart("r", "block returned")); "after")
o println
