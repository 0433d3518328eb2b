# helm test: the gateway is ready and serves the API of all services.
set -euo pipefail
answers() { # PATH
  exec 3<>"/dev/tcp/$GATEWAY_HOST/$GATEWAY_PORT"
  printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" "$GATEWAY_HOST" >&3
  read -r -t 10 _ status _ <&3
  echo "$1: $status"
  [[ $status == 200 ]]
}
answers /q/health/ready
answers /openapi
