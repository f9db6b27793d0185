// A server of ours on one document, in a process of its own.
import { spawn } from "node:child_process";
import http from "node:http";

export class Server {
  static async started(jar, file) {
    const java = spawn("java", ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "serve", file, "--port", "0", "--no-watch", "--clock", "2026-03-01T12:00:00Z"], { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const url = await new Promise((resolve, reject) => {
      java.stdout.on("data", (data) => {
        said += data;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (found) resolve(found[0]);
      });
      java.stderr.on("data", (data) => (said += data));
      java.on("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    });
    return new Server(java, url);
  }

  constructor(java, url) {
    this.java = java;
    this.url = url;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  ask(method, target, headers, body) {
    return new Promise((resolve, reject) => {
      // The same Host after a restart, on another port.
      const request = http.request(this.url, { method, path: target, headers: { Host: "localhost", ...headers }, agent: this.agent }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
        response.on("error", reject);
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  stopped() {
    this.agent.destroy();
    return new Promise((resolve) => {
      this.java.on("exit", resolve);
      this.java.kill();
    });
  }
}
