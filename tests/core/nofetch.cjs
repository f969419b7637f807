// The glue of Emscripten 3.1.6 fetches file paths where fetch exists, as in Node, and dies of it.
delete globalThis.fetch;
