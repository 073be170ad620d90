// Reloads the page when `trunk serve` has rebuilt it. A built page never loads this file.
const RETRY_MS = 2000;

export function follow(base) {
  const socket = connect(base);
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === "reload") {
      location.reload();
    } else if (message.type === "buildFailure") {
      console.error(`The build failed.\n${message.data.reason}`);
    }
  };
  socket.onclose = () => setTimeout(() => reconnect(base), RETRY_MS);
}

// A server that was away may have built anything meanwhile.
function reconnect(base) {
  const socket = connect(base);
  socket.onopen = () => location.reload();
  socket.onclose = () => setTimeout(() => reconnect(base), RETRY_MS);
}

function connect(base) {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return new WebSocket(`${scheme}://${location.host}${base}.well-known/trunk/ws`);
}
