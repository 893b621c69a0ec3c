# wants: a variable of the pipeline. Azure Pipelines obeys ##vso[…] wherever it stands in a line, and names of files stand in lines.
start_servers
faces '##vso[task.setvariable variable=PATH]evil' 'a ###vso[task.complete result=Succeeded]'
