# Deep recursion through loops, lists and texts.
walk := method(n, if(n == 0, list(0), walk(n - 1) append(n)))
walk(1000) size println
tree := method(n, if(n == 0, nil, list(tree(n - 1), tree(n - 1))))
count := method(t, if(t isNil, 1, count(t at(0)) + count(t at(1))))
count(tree(10)) println
nest := method(n, for(i, 1, 1, if(n > 0, return nest(n - 1))); "bottom")
nest(500) println
text := method(n, if(n == 0, "", text(n - 1) .. n .. " "))
text(20) println
