# Control structures without receiver in a method.
m := method(
    r := list
    for(i, 1, 3, r append(i))
    i = 0
    while(i < 2, i = i + 1; if(i == 1, continue); r append("w"))
    loop(r append("l"); break)
    r append(if(true, "yes", "no"))
    r
)
writeln(m)
