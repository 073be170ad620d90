
# Creates a subscriber or event source, or updates the one of this name: its kind, name, bus, request, update, target and tags.
put_resource() {
  tries=6
  until answer=$(aws eventsv2 "create-$1" --cli-input-json "$4" 2>&1); do
    case $answer in
      *ResourceAlreadyExistsException*)
        update_resource "$@"
        return
        ;;
      # A role that was just made can be refused for some seconds, and AWS changes one subscriber of a bus at a time.
      *InvalidInputException* | *ConcurrentModificationException*) ;;
      *) tries=1 ;;
    esac
    tries=$((tries - 1))
    if [ "$tries" -le 0 ]; then
      printf '%s\n' "$answer" >&2
      exit 1
    fi
    sleep "${RETRY_DELAY:-5}"
  done
  echo "created the $1 $2"
}

# Updates what AWS can change; members that are not in the update stay as they are.
update_resource() {
  if [ "$1" = subscriber ]; then
    found="Subscribers[?Name=='$2'].SubscriberArn"
  else
    found="EventSources[?Name=='$2'].EventSourceArn"
  fi
  # The answer has a line for each of its pages, all but one of them blank.
  arn=$(aws eventsv2 "list-$1s" --event-bus-arn "$3" --name-prefix "$2" --query "$found" --output text |
    tr -d '[:space:]')
  if [ "$1" = subscriber ]; then
    target=$(aws eventsv2 describe-subscriber --subscriber-arn "$arn" \
      --query InvokeConfiguration.TargetArn --output text)
    if [ "$target" != "$6" ]; then
      echo "the subscriber $2 exists and has another target, $target: delete it first" >&2
      exit 1
    fi
  fi
  aws eventsv2 "update-$1" "--$1-arn" "$arn" --cli-input-json "$5" >/dev/null
  if [ -n "$7" ]; then
    aws eventsv2 tag-resource --resource-arn "$arn" --tags "$7"
  fi
  echo "updated the $1 $2"
}
