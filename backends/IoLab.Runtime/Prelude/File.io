# What File and Directory do in Io. See Protos/Files for the tables.

File with := method(path, self clone setPath(path))

File setStreamDestination := method(file, self streamDestination := file; self)

File streamTo := method(destination,
    if(self `isOpen, nil, self openForReading)
    while(chunk := self `readBufferOfLength(self streamReadSize), destination write(chunk))
    nil
)

File streamToWithoutYielding := method(destination, self streamTo(destination))

File startStreaming := method(self streamTo(if(self streamDestination, self streamDestination, File standardOutput)))

Directory with := method(path, self clone setPath(path))
