# A message with a hundred thousand arguments.
# limits: time 20s, memory 500M
# ends: normal, exception, memory

doString("list(" .. ("1," repeated(100000)) .. "1)") size println
doString("block(" .. ("a," repeated(10000)) .. "1) call(" .. ("1," repeated(10000)) .. "1)")
