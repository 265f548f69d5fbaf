# Loops and branches spread over lines.
total := 0
for(i, 1, 10,
    if(i isOdd,
        continue
    )
    total = total + i
    if(total > 15,
        break
    )
)
total println
result := if(total > 10,
    x := total * 2
    x + 1
,
    0
)
result println
