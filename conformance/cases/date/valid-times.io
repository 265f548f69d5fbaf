# isValidTime checks hours, minutes and seconds.
writeln(Date isValidTime(0, 0, 0), Date isValidTime(23, 59, 59), Date isValidTime(24, 0, 0), Date isValidTime(0, 60, 0), Date isValidTime(0, 0, 60))
