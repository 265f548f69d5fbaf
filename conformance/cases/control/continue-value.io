# The value of a turn that continue ended is nil.
# divergence: the reference answers a left-over object
for(i, 1, 3, if(i == 3, continue); i) println
i := 0
while(i < 3, i = i + 1; continue) println
3 repeat(i, continue) println
list(1, 2) foreach(v, continue) println
list(1, 2, 3) map(x, if(x == 2, continue); x) println
m := method(for(i, 1, 3, continue))
m println
