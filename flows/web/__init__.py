"""The open web, kept within bounds: `client.Web.get` asks for one address and gives one value.

| module     | keeps                                                                          |
|------------|--------------------------------------------------------------------------------|
| client     | the order of things: robots, turns, redirects, second tries                    |
| answers    | what comes of it, and what may be asked for with it                            |
| targets    | addresses as text, in one spelling                                             |
| network    | names resolved once, all answers judged, time and bytes counted at the socket  |
| line       | the one connection to a host, one request on it                                |
| decoding   | packed bodies undone within a limit                                            |
| robots     | robots.txt by RFC 9309                                                         |
| turns      | pauses, slowing down, Retry-After                                              |
| budgets    | the time that a source may take                                                |
| optouts    | what a page says against being read by machines                                |

Of httpx the transport is used and not the client: decoders without a limit, redirects, cookies,
proxies of the environment and a log of all addresses are what must not happen here.
"""
