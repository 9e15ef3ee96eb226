// @ts-check
/** The line to the server: JSON, the CSRF token, and every way in which it can fail, told apart. */

/**
 * @template T
 * @typedef {{status: "ok", data: T}
 *   | {status: "offline"}
 *   | {status: "signed-out", message: string}
 *   | {status: "other-person", message: string}
 *   | {status: "closed", message: string}
 *   | {status: "refused", message: string}
 *   | {status: "failed", message: string, code: string, http: number}} Reply
 */

const PATIENCE = 20000; // ms until a silent server counts as out of reach

export class Wire {
  /** @param {HTMLElement} page carries the token and the person for whom it was made */
  constructor(page) {
    this.token = page.dataset.csrf ?? "";
    this.person = page.dataset.person ?? "";
  }

  /**
   * @template T
   * @param {string} url
   * @param {boolean} [quiet] asked by the page itself, so no sign of a person: the session may end meanwhile
   * @returns {Promise<Reply<T>>}
   */
  get(url, quiet = false) {
    return this.#ask(url, { method: "GET", headers: quiet ? { "X-Okesop-Quiet": "1" } : {} });
  }

  /**
   * @template T
   * @param {string} url
   * @param {unknown} body
   * @returns {Promise<Reply<T>>}
   */
  async post(url, body) {
    const text = JSON.stringify(body);
    /** @type {Reply<T>} */
    const reply = await this.#ask(url, this.#posting(text));
    if (reply.status !== "failed" || reply.http !== 403) return reply;
    const renewed = await this.#renewToken();
    if (renewed !== "renewed") return renewed;
    return this.#ask(url, this.#posting(text));
  }

  /**
   * @param {string} body
   * @returns {RequestInit}
   */
  #posting(body) {
    const keepalive = body.length < 60000; // what is on its way when the window closes still arrives
    return { method: "POST", body, keepalive, headers: { "Content-Type": "application/json", "X-CSRFToken": this.token } };
  }

  /**
   * @template T
   * @param {string} url
   * @param {RequestInit} request
   * @returns {Promise<Reply<T>>}
   */
  async #ask(url, request) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest", ...request.headers };
      const response = await fetch(url, {
        ...request, headers, credentials: "same-origin", redirect: "manual", signal: stop.signal,
      });
      return await this.#read(response);
    } catch {
      return { status: "offline" };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @template T
   * @param {Response} response
   * @returns {Promise<Reply<T>>}
   */
  async #read(response) {
    if (response.type === "opaqueredirect") return { status: "signed-out", message: "" };
    const data = await response.json().catch(() => null);
    if (response.ok && data !== null) return { status: "ok", data };
    const message = typeof data?.message === "string" ? data.message : "";
    if (response.status === 401) return { status: "signed-out", message };
    if (response.status === 404 || response.status === 409) return { status: "closed", message };
    if ([400, 413, 422].includes(response.status)) return { status: "refused", message };
    return { status: "failed", message, code: String(data?.code ?? response.status), http: response.status };
  }

  /**
   * A new sign-in in another tab changes the token: fetch the page anew and read it there.
   * @returns {Promise<"renewed" | {status: "offline"} | {status: "signed-out" | "other-person", message: string}>}
   */
  async #renewToken() {
    try {
      const response = await fetch(location.pathname, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const editor = /** @type {HTMLElement | null} */ (page.querySelector("[data-csrf]"));
      if (!editor) return { status: "signed-out", message: "" };
      if (editor.dataset.person !== this.person) return { status: "other-person", message: "" };
      this.token = editor.dataset.csrf ?? "";
      return "renewed";
    } catch {
      return { status: "offline" };
    }
  }
}
