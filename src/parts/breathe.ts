/** Until the browser has drawn what waits: a message is handled after the frame's own work. */
export async function breathe(): Promise<void> {
  await new Promise<void>((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        done();
      };
      channel.port2.postMessage(null);
    });
  });
}
