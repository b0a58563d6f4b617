import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { JsonObject } from '../../../shared/util/json';
import { isJsonObject } from '../../../shared/util/json';
import type { ClientSettings } from './deploy-stack';

/** Asks the emulated AWS Certificate Manager for a certificate; plain HTTP, since one call is worth no client. */
async function requestCertificate(settings: ClientSettings, region: string): Promise<string> {
  const response = await fetch(settings.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'CertificateManager.RequestCertificate',
      authorization: `AWS4-HMAC-SHA256 Credential=testing/20260101/${region}/acm/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify({ DomainName: 'example.com' }),
  });
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer !== null && 'CertificateArn' in answer) return String(answer.CertificateArn);
  throw new Error(`No certificate: ${JSON.stringify(answer)}`);
}

const CODE_BUCKET = 'built-code';
const CODE_KEY = 'code.zip';

async function uploadCode(settings: ClientSettings): Promise<void> {
  const client = new S3Client({ ...settings, forcePathStyle: true });
  await client.send(
    new CreateBucketCommand({
      Bucket: CODE_BUCKET,
      ...(settings.region === 'us-east-1'
        ? {}
        : {
            CreateBucketConfiguration: {
              LocationConstraint: settings.region === 'eu-central-1' ? 'eu-central-1' : 'eu-west-1',
            },
          }),
    }),
  );
  await client.send(new PutObjectCommand({ Bucket: CODE_BUCKET, Key: CODE_KEY, Body: 'built code' }));
}

/**
 * Makes what the template's parameters without a default stand for, as somebody who deploys it would.
 * @returns the values to give, by parameter
 */
export async function prepareAccount(
  settings: ClientSettings,
  template: JsonObject,
): Promise<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(isJsonObject(template.Parameters) ? template.Parameters : {})) {
    if (!isJsonObject(parameter) || parameter.Default !== undefined) continue;
    const isGlobal = String(parameter.AllowedPattern).includes(':us-east-1:');
    if (name.endsWith('CertificateArn'))
      values[name] = await requestCertificate(settings, isGlobal ? 'us-east-1' : settings.region);
    else if (name.endsWith('CodeBucket')) {
      await uploadCode(settings);
      values[name] = CODE_BUCKET;
    } else if (name.endsWith('CodeKey')) values[name] = CODE_KEY;
    else if (name.endsWith('GatewayAddress')) values[name] = '198.51.100.1';
    else throw new Error(`Nobody knows what to give for the parameter ${name}`);
  }
  return values;
}
