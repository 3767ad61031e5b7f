# docs/deploy.md says how to use this. Every RUN is a step of .ci/run, so that it is known to work without an image.
FROM node:24-bookworm AS build
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run -s widget
RUN npm run -s ingest

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production ANNALIST_HOST=0.0.0.0
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 8787
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:8787/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/node/cli.ts", "serve"]
