# stopStatus answers which of them an expression ended with; Return return leaves the sender as well.
writeln(stopStatus(1) type, " ", stopStatus(break) type, " ", stopStatus(continue) type, " ", stopStatus(return 1) type)
m := method(Normal return(5); 6)
writeln(m)
m := method(Return return(5); 6)
n := method(m; 7)
writeln(n)
