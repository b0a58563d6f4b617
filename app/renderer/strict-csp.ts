import { z } from 'zod';

// zod compiles its checks with `new Function`, which the content security policy refuses.
z.config({ jitless: true });
