/** Hands a text to the browser as a file to save. */
export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click has started the download by the next task; the memory may go then.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 0);
}
