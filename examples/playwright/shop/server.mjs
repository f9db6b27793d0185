// The page of a bookshop, which calls the library's API: node server.mjs PORT API
import { createServer } from 'node:http';

const [port, api] = process.argv.slice(2);
const page = `<!doctype html>
<html lang="en">
<title>Bookshop</title>
<form id="add">
  <label>Title <input name="title"></label>
  <label>Author <input name="author"></label>
  <button>Add</button>
</form>
<output id="said"></output>
<label>Search <input id="search"></label>
<ul id="found"></ul>
<script type="module">
  const books = '${api}/v1/books';
  const add = document.getElementById('add');
  const said = document.getElementById('said');
  let adding = Promise.resolve();
  add.onsubmit = event => {
    event.preventDefault();
    const body = JSON.stringify(Object.fromEntries(new FormData(add)));
    adding = fetch(books, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
      .then(async answer => said.textContent = answer.ok ? 'Added' : (await answer.json()).error.message);
  };
  document.getElementById('search').oninput = async event => {
    await adding;
    const answer = await fetch(books + '?q=' + encodeURIComponent(event.target.value));
    const items = (await answer.json()).data.map(book => {
      const item = document.createElement('li');
      item.textContent = book.title + ' by ' + book.author;
      return item;
    });
    document.getElementById('found').replaceChildren(...items);
  };
</script>
</html>`;

createServer((request, response) => {
  response.writeHead(request.url === '/' ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(request.url === '/' ? page : '');
}).listen(Number(port), '127.0.0.1');
