declare function chromiumPath(): string | undefined;
export = chromiumPath;
