
add_permission() {
  aws lambda add-permission \
    --function-name "$1" \
    --statement-id "$2" \
    --action lambda:InvokeFunction \
    --principal events.amazonaws.com \
    --source-arn "$rule_arn"
}

# Lets the rule invoke a function. The rule's own statement is kept if it is there, and replaced if it differs.
allow_function() {
  if answer=$(add_permission "$1" "$2" 2>&1); then
    return
  fi
  case $answer in
    *ResourceConflictException*) ;;
    *)
      printf '%s\n' "$answer" >&2
      exit 1
      ;;
  esac
  policy=$(aws lambda get-policy --function-name "$1" --query Policy --output json)
  if [ "$(policies allows "$policy" "$2" "$rule_arn")" != yes ]; then
    aws lambda remove-permission --function-name "$1" --statement-id "$2"
    add_permission "$1" "$2"
  fi
}
