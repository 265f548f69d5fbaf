# A place that gives many objects their first own value of a slot, before it is known how many slots they come to have.
Node := Object clone do(left := nil; right := nil)
grow := method(depth, node := Node clone; if(depth > 0, node left = grow(depth - 1); node right = grow(depth - 1)); node)
count := method(node, if(node left == nil, 1, 1 + count(node left) + count(node right)))
5 repeat(count(grow(8)) println)
