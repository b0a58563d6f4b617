import { z } from 'zod';
import { choice, integer, text, usage } from '../fields';
import { defineKind, MANAGED } from '../kind';
import { logRetention } from '../program-fields';
import { SERVICE } from '../sizes';

export const apiGateway = defineKind({
  kind: 'api-gateway',
  title: 'Amazon API Gateway HTTP API',
  newName: 'API',
  category: 'Edge',
  icon: 'architecture-service/AmazonAPIGateway',
  summary: 'An address on the internet that asks callers who they are and hands their requests to functions.',
  keywords: ['api', 'http', 'rest', 'gateway', 'serverless'],
  docsUrl: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html',
  scope: 'regional',
  family: 'api',
  parents: ['region'],
  size: SERVICE,
  settings: z.object({
    authorization: choice(
      { none: 'Everybody', iam: 'Those who sign with IAM', jwt: 'Those with a JSON web token' },
      {
        label: 'Lets in',
        help: 'Tokens come from an issuer such as a Cognito user pool.',
        default: 'none',
        section: 'Protection',
      },
    ),
    issuer: text({
      label: 'Issuer of tokens',
      help: 'Its address, such as https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI. Empty: given at the deployment.',
      default: '',
      maxLength: 255,
      pattern: /^(https:\/\/[A-Za-z0-9.-]+(\/[A-Za-z0-9._~/-]*)?)?$/,
      form: 'an https address such as https://login.example.com, or nothing',
      section: 'Protection',
    }),
    audience: text({
      label: 'Audience of tokens',
      help: 'The client that tokens are made for. Empty: given at the deployment.',
      default: '',
      maxLength: 128,
      pattern: /^[A-Za-z0-9._:/-]*$/,
      form: 'letters, digits and . _ : / - only, or nothing',
      section: 'Protection',
    }),
    requestsPerSecond: integer({
      label: 'Takes at most',
      unit: 'requests a second',
      help: 'Further requests are refused, which protects what lies behind.',
      min: 1,
      max: 10_000,
      default: 1000,
      section: 'Capacity',
    }),
    logRetention: logRetention(),
    requestsMillions: usage({ label: 'Requests', unit: 'million a month' }),
  }),
  headline: ({ authorization }) => ({ none: 'open to everybody', iam: 'IAM', jwt: 'tokens' })[authorization],
  traits: () => ({
    role: 'edge',
    copies: MANAGED,
    selfRedundant: true,
    listens: [{ protocol: 'tcp', port: 443 }],
    publicAddress: true,
    encryptsTransit: true,
  }),
});
