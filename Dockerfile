# docker build -t mopac .
# docker run -d --name mopac --restart on-failure --stop-timeout 30 --env-file mopac.env -v mopac-data:/app/data mopac
# docker exec -i mopac node src/launch.js import /app/data/my-programme.yaml
FROM node:24-slim

WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
# The image has the right Node, so the install script that would fetch another one is left out. No
# other dependency has one that is needed.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY migrations ./migrations
COPY examples ./examples
COPY src ./src
RUN mkdir data && chown node:node data && chmod 700 data

USER node
VOLUME /app/data
ENV MOPAC_HEALTH_PORT=9464
HEALTHCHECK --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.MOPAC_HEALTH_PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/launch.js", "start"]
