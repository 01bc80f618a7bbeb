# syntax=docker/dockerfile:1
FROM python:3.13-slim AS build
# Versions of Debian's packages follow the base image.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY Makefile pyproject.toml requirements.in requirements.txt README.md LICENSE ./
COPY bot bot
COPY crm crm
RUN make runtime VENV=/opt/handslag

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home handslag
COPY --from=build /opt/handslag /opt/handslag
ENV PATH=/opt/handslag/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/handslag.db \
    HANDSLAG_BACKUP_FOLDER=/data/backups \
    HANDSLAG_HOST=0.0.0.0
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8443
# Unhealthy means: somebody should run `handslag doctor` and read what it says.
HEALTHCHECK --interval=5m --timeout=30s --start-period=1m CMD ["handslag", "doctor"]
ENTRYPOINT ["handslag"]
CMD ["run"]
