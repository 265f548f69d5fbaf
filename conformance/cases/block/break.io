# A block is a barrier for break and continue too.
out := list()
for(i, 1, 3, out append(i); block(break) call)
out println
out := list()
for(i, 1, 3, out append(i); block(break) setPassStops(true) call)
out println
out := list()
for(i, 1, 4, if(i == 2, block(continue) setPassStops(true) call); out append(i))
out println
