# stopStatus names what stopped its argument, and consumes it.
stopStatus(1) type println
stopStatus(break) type println
stopStatus(continue) type println
stopStatus(return 5) type println
(stopStatus(1) == Normal) println
(stopStatus(break) == Break) println
(stopStatus(continue) == Continue) println
(stopStatus(return) == Return) println
stopStatus(for(i, 1, 3, break)) type println
stopStatus(x := return 5) type println
m := method(stopStatus(if(true, return 1)) type .. " consumed")
m println
