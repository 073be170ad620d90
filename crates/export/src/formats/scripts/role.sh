
# Makes a role that EventBridge assumes to deliver. In a role that exists, what others have in it is kept.
make_role() {
  trust=$(policies put iam "$1" "" "$2" "$sid")
  if ! answer=$(aws iam create-role --role-name "$1" --assume-role-policy-document "$trust" 2>&1); then
    case $answer in
      *EntityAlreadyExists*) ;;
      *)
        printf '%s\n' "$answer" >&2
        exit 1
        ;;
    esac
    trust=$(aws iam get-role --role-name "$1" --query Role.AssumeRolePolicyDocument --output json)
    if [ "$(policies trusts "$trust")" != yes ]; then
      echo "the role $1 exists already and is not for EventBridge: name another one as the target's RoleArn" >&2
      exit 1
    fi
    trust=$(policies put iam "$1" "$trust" "$2" "$sid")
    aws iam update-assume-role-policy --role-name "$1" --policy-document "$trust"
  fi
  aws iam put-role-policy --role-name "$1" --policy-name "$sid" --policy-document "$3"
  aws iam wait role-exists --role-name "$1"
}
