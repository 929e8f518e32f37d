"""Papers from the official services into a folder that `build` reads, kept current; `start.harvest` is the way in.

One direction: a service's answer (`sru`, `odata`, `syncfeed`) becomes what it lists (`listed`); `run` reads the lists
and remembers how far (`state`); `taking` decides on each paper, `client` fetches, `bodies` checks, `folder` keeps.
"""
