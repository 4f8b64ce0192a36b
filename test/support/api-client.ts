/** The REST API as a script uses it, for setting the scene of a desk in another process. */
export class ApiClient {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Of nobody. */
  static anonymous(deskUrl: string): ApiClient {
    return new ApiClient(new URL('api/', deskUrl).href, '');
  }

  /** @param deskUrl with the prefix and a slash at its end. */
  static async signIn(deskUrl: string, who: { email: string; password: string }): Promise<ApiClient> {
    const nobody = ApiClient.anonymous(deskUrl);
    const { email, password } = who;
    const { access } = await nobody.post<{ access: string }>('accounts/token/', { email, password });
    return new ApiClient(nobody.url, access);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  /** Fields beside files. */
  postForm<T>(path: string, form: FormData): Promise<T> {
    return this.send<T>('POST', path, form);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PATCH', path, body);
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = new Headers();
    if (this.token !== '') headers.set('Authorization', `Bearer ${this.token}`);
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers.set('Content-Type', 'application/json');
    const answer = await fetch(this.url + path, {
      method,
      headers,
      body: isForm ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
