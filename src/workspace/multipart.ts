/** True for a form in parts, as `curl -F` and browsers send one. */
export const isMultipart = (contentType: string): boolean =>
  contentType.startsWith('multipart/form-data');

/** The text fields of a form in parts, as one in one piece carries them; undefined for no form. */
export async function multipartFields(
  body: Buffer,
  contentType: string,
): Promise<string | undefined> {
  const form = await readForm(body, contentType);
  if (!form) return undefined;
  const fields = new URLSearchParams();
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.append(name, value);
  }
  return fields.toString();
}

/** The first file of a form in parts; undefined when it has none, or is no form. */
export async function multipartFile(
  body: Buffer,
  contentType: string,
): Promise<Uint8Array | undefined> {
  for (const [, value] of (await readForm(body, contentType)) ?? []) {
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  }
  return undefined;
}

async function readForm(body: Buffer, contentType: string): Promise<FormData | undefined> {
  const headers = { 'content-type': contentType };
  try {
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    return undefined;
  }
}
