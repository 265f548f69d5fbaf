# return leaves the block only, unless it passes stops on.
m := method(block(return 5; 6) call; 7)
m println
m := method(block(return 5; 6) call + 1)
m println
m := method(b := block(return 5; 6) setPassStops(true); b call; 7)
m println
block(1) passStops println
block(1) setPassStops(true) passStops println
find := method(l, v, l foreach(i, x, block(if(x == v, return i)) setPassStops(true) call); "none")
find(list(5, 6, 7), 6) println
find(list(5, 6, 7), 9) println
