# helm test: whether the gateway is ready, and answers with the API of all services, by the address that clients have.
set -euo pipefail
# PATH: answered by 200?
answers() {
  exec 3<>"/dev/tcp/$GATEWAY_HOST/$GATEWAY_PORT"
  printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" "$GATEWAY_HOST" >&3
  read -r -t 10 _ status _ <&3
  echo "$1: $status"
  [[ $status == 200 ]]
}
answers /q/health/ready
answers /openapi
