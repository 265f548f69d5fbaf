# isValidTime: negative parts count from the end.
writeln(Date isValidTime(1, 2, 3), " ", Date isValidTime(25, 2, 3), " ", Date isValidTime(1, 60, 3), " ", Date isValidTime(1, 2, 60))
writeln(Date isValidTime(-24, 0, 0), " ", Date isValidTime(-25, 0, 0), " ", Date isValidTime(0, -60, 0), " ", Date isValidTime(0, -61, 0), " ", Date isValidTime(0, 0, 59.5))
