import type { Request, Response } from 'express';
import type { Fault } from '../faults.ts';

const gatewayPage = '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n';

/** Lets a fault have its way instead of an answer. False: the fault is not of a kind that replaces the answer. */
export function strike(fault: Fault, request: Request, response: Response): boolean {
  switch (fault.kind) {
    case 'error_500':
      response.status(500).json({ success: false, message: 'Internal server error' });
      return true;
    case 'error_503':
      response.status(503).json({ success: false, message: 'Service unavailable' });
      return true;
    case 'gateway_html':
      response.status(502).type('html').send(gatewayPage);
      return true;
    case 'refused':
      response.json({ success: false, message: 'This cannot be done right now' });
      return true;
    case 'unauthorized':
      response.status(401).json({ error: 'access_denied' });
      return true;
    case 'too_many_requests':
      response
        .set('Retry-After', String(fault.retryAfterS ?? 1))
        .status(429)
        .json({ success: false });
      return true;
    case 'connection_reset':
      request.socket.resetAndDestroy();
      return true;
    case 'timeout':
      return true;
    case 'applied_but_answer_lost':
    case 'slow':
      return false;
  }
}
